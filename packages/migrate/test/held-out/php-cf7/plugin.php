<?php
define('LISTS_BUILDER_URL', 'http://api.e-goi.com/v2/xmlrpc.php');
require_once 'class.lists.php';
$builder = get_option('lists_builder');
add_filter('wpcf7_lists', function () use ($builder) { return $builder->refresh('k'); });
