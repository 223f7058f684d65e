<?php
// Installs WordPress, writes the posts on standard input and prints their addresses as JSON.
// A post is { "content", "role" }; its author is an administrator or an author.
define('WP_INSTALLING', !in_array('--installed', $argv));
$_SERVER['HTTP_HOST'] = parse_url(getenv('PROOF_ORIGIN'), PHP_URL_HOST);
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require getcwd() . '/wp-load.php';
if (WP_INSTALLING) {
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';
    wp_install('Proof', 'administrator', 'administrator@example.invalid', true, '', 'proof');
    exit;
}
$authors = ['administrator' => get_user_by('login', 'administrator')->ID];
$authors['author'] = wp_insert_user(['user_login' => 'author', 'user_pass' => 'proof', 'role' => 'author']);
$addresses = [];
foreach (json_decode(stream_get_contents(STDIN), true) as $post) {
    wp_set_current_user($authors[$post['role']]);
    $id = wp_insert_post([
        'post_title' => 'Proof',
        'post_status' => 'publish',
        'post_author' => $authors[$post['role']],
        'post_content' => wp_slash($post['content']),
    ], true);
    if (is_wp_error($id)) throw new Exception($id->get_error_message());
    $addresses[] = get_permalink($id);
}
echo json_encode(['version' => get_bloginfo('version'), 'theme' => get_stylesheet(), 'addresses' => $addresses]);
