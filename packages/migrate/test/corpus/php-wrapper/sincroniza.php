<?php
require_once 'Egoi/Factory.php';

$argumentos = array('apikey' => getenv('CHAVE'));
$api = EgoiApiFactory::getApi(Protocol::Rest);
$dados = $api->getUserData($argumentos);

$rpc = EgoiApiFactory::getApi(Protocol::XmlRpc);
$segmentos = $rpc->getSegments(array_merge($argumentos, array('listID' => $argv[1])));
foreach ($segmentos as $s) {
    // $api->deleteSegment(array('segment_id' => $s['id']));
    echo $s['segment_name'], "\n";
}
call_user_func_array(array($api, 'getCredits'), array($argumentos));
