<?php
class Mdl_leads extends CI_Model
{
    function send($data, $country)
    {
        $url = 'http://api.e-goi.com/v2/rest.php';
        $params = array(
            'method' => 'addSubscriber',
            'type' => 'json',
            'functionOptions[apikey]' => $this->config->item('key'),
            'functionOptions[listID]' => $this->getListId($country),
            'functionOptions[email]' => @$data['email'],
            'functionOptions[cellphone]' => @$data['phone'],
        );
        return $this->CurlPost($url, $params);
    }

    function CurlPost($url, $params)
    {
        $ch = curl_init($url);
        curl_setopt($ch, CURLOPT_POSTFIELDS, $params);
        return json_decode(curl_exec($ch), true);
    }

    function getListId($country)
    {
        return $country === 'SE' ? 4 : 5;
    }
}
