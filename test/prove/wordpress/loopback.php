<?php
// A plugin that is always on. WordPress embeds nothing from loopback or from ports of its own choice,
// which is right on the internet; the service of the proof is there. Everything else is as delivered.
add_filter('http_request_host_is_external', fn($is, $host) => $is || $host === '127.0.0.1', 10, 2);
add_filter('http_allowed_safe_ports', fn($ports) => [...$ports, (int) getenv('PROOF_SERVICE_PORT')]);

// No mail about the new site.
function wp_new_blog_notification() {}
