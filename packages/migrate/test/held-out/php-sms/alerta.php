<?php
$apikey = include 'chave.php';
function alerta($numero, $texto) {
    global $apikey;
    $EGOIclient = new SoapClient('http://api.e-goi.com/v2/soap.php?wsdl');
    $params = array('apikey' => $apikey, 'subject' => 'alerta', 'message' => $texto, 'fromID' => '1');
    $r = $EGOIclient->createCampaignSMS($params);
    if (!isset($r['ID'])) return false;
    $params = array('apikey' => $apikey, 'campaign' => $r['ID'], 'listID' => 1, 'cellphone' => $numero);
    return $EGOIclient->sendSMS($params);
}
alerta('351-910000000', 'sendEmail');
