<?php
/*
 * Plugin Name: Boletim da Loja
 * Earlier versions called $client->getTags() here.
 */
define('BOLETIM_WSDL', 'http://api.e-goi.com/v2/soap.php?wsdl');
require_once plugin_dir_path(__FILE__) . 'includes/class-boletim-api.php';
require_once plugin_dir_path(__FILE__) . 'admin/class-boletim-settings.php';

function boletim_subscribe_checkout($order_id)
{
    $order = wc_get_order($order_id);
    $api = new Boletim_Api(get_option('boletim_key'));
    $api->addSubscriber(array(
        'listID'     => get_option('boletim_list'),
        'email'      => $order->get_billing_email(),
        'first_name' => $order->get_billing_first_name(),
        'status'     => 1,
    ));
}
add_action('woocommerce_thankyou', 'boletim_subscribe_checkout');
