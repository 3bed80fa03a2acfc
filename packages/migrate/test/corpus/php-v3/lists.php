<?php
require 'vendor/autoload.php';

use EgoiClient\EgoiApi\Api\ListsApi;
use EgoiClient\EgoiApi\Configuration;

$config = Configuration::getDefaultConfiguration()->setApiKey('Apikey', getenv('KEY'));
$api = new ListsApi(new GuzzleHttp\Client(), $config);
$api->createList(new EgoiClient\EgoiApi\Model\PostRequestList(['internal_name' => 'x']));
$api->deleteList(4);
/* before: $client = new SoapClient('http://api.e-goi.com/v2/soap.php?wsdl'); $client->createList($p); */
$curl = curl_init('https://api.egoiapp.com/lists');
curl_setopt($curl, CURLOPT_HTTPHEADER, ['Apikey: ' . getenv('KEY')]);
