<?php
class Boletim_Settings
{
    protected $api;

    public function __construct()
    {
        $this->api = new Boletim_Api(get_option('boletim_key'));
        add_action('wp_ajax_boletim_lists', array($this, 'getLists'));
    }

    // Answers the page's own request.
    public function getLists()
    {
        wp_send_json($this->api->lists());
    }

    public function render()
    {
        $choices = $this->getLists();
        echo '<select name="getLists"><option>addSubscriber</option></select>';
        printf('<p>%s</p>', __('The method addSubscriber was called.', 'boletim'));
    }
}
