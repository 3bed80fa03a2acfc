<?php
class EgoiConnection
{
    private static $instance;
    private $client;

    public static function get()
    {
        if (self::$instance === null) {
            self::$instance = new EgoiConnection();
        }
        return self::$instance;
    }

    private function __construct()
    {
        $this->client = new SoapClient(null, array(
            'location' => 'https://api.e-goi.com/v2/soap_any.php',
            'uri' => 'https://api.e-goi.com/v2/soap_any.php',
        ));
    }

    public function call($operation, $fields = array())
    {
        $fields['apikey'] = Configuration::get('BOLETIM_KEY');
        return $this->client->__soapCall($operation, array($fields));
    }
}
