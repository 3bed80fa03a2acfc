<?php
// An old program: as a server it keeps the callbacks that it gets, as a command it asks for them by SOAP.
if (PHP_SAPI === 'cli') {
    [, $wsdl, $key, $callback, $events] = $argv;
    $client = new SoapClient($wsdl, ['cache_wsdl' => WSDL_CACHE_NONE]);
    $params = ['apikey' => $key, 'listID' => '1', 'callback_url' => $callback];
    foreach (array_filter(explode(',', $events)) as $event) {
        $params["notif_api_$event"] = '1';
    }
    echo json_encode($client->editApiCallback($params));
    return;
}
foreach ($_POST as $event => $document) {
    $contact = json_decode(json_encode(simplexml_load_string($document)), true);
    $repeated = $_SERVER['HTTP_X_EGOI_DELIVERY_REPEATED'] ?? '';
    $line = json_encode(['event' => $event, 'contact' => $contact, 'repeated' => $repeated]);
    file_put_contents(getenv('CALLBACKS_FILE'), "$line\n", FILE_APPEND);
}
