<?php
class Forms_Bridge
{
    protected $endpoint = 'http://api.e-goi.com/v2/rest.php?type=json&method=';
    protected $key = '';

    public function __construct($key) { $this->key = $key; }

    public function forms($list)
    {
        $query = http_build_query(array('functionOptions' => array('apikey' => $this->key, 'listID' => $list)), '', '&');
        return $this->read($this->endpoint . 'getForms&' . $query);
    }

    public function account()
    {
        $url = $this->endpoint . 'getClientData&functionOptions[apikey]=' . $this->key;
        return $this->read($url);
    }

    private function read($url)
    {
        $answer = wp_remote_get($url, array('method' => 'GET', 'timeout' => 20));
        return json_decode(wp_remote_retrieve_body($answer));
    }
}
