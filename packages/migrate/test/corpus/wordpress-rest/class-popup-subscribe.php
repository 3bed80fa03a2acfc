<?php
class Popup_Subscribe
{
    public function subscribe($options, $visitor)
    {
        $data = array(
            'method' => 'subscriberData',
            'functionOptions' => array(
                'apikey' => $options['key'],
                'listID' => $options['list'],
                'subscriber' => $visitor['email'],
            ),
            'type' => 'json',
        );
        $known = $this->post($data);
        $data['method'] = isset($known['Egoi_Api']['subscriberData']['subscriber']) ? 'editSubscriber' : 'addSubscriber';
        $data['functionOptions']['first_name'] = $visitor['name'];
        return $this->post($data);
    }

    private function post($data)
    {
        $curl = curl_init('http://api.e-goi.com/v2/rest.php');
        curl_setopt($curl, CURLOPT_POSTFIELDS, http_build_query($data));
        curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
        return json_decode(curl_exec($curl), true);
    }
}
