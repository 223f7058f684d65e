<?php
// Rows of a calendar as sabre/vobject reads it: id, start, end, title, categories. Any complaint of
// its validator is an error.
require_once 'Sabre/VObject/autoload.php';

$calendar = Sabre\VObject\Reader::read(file_get_contents('php://stdin'));
foreach ($calendar->validate() as $complaint) {
    fwrite(STDERR, $complaint['message'] . "\n");
    exit(1);
}
foreach ($calendar->select('VEVENT') as $event) {
    $cells = [
        (string) $event->UID,
        $event->DTSTART->getDateTime()->format('Y-m-d'),
        $event->DTEND->getDateTime()->format('Y-m-d'),
        // Up to version 2 it leaves these two escaped in properties of one value.
        strtr((string) $event->SUMMARY, ['\\;' => ';', '\\,' => ',']),
        isset($event->CATEGORIES) ? implode("\x1f", $event->CATEGORIES->getParts()) : '',
    ];
    echo implode("\t", str_replace("\t", ' ', $cells)), "\n";
}
