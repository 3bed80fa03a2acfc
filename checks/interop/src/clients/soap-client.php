<?php
// Legacy script: PHP's SoapClient, with a WSDL where the address ends in ?wsdl, else without; in SOAP 1.1
// unless told 1.2.
[, $address] = $argv;
$version = ['soap_version' => ($argv[2] ?? '1.1') === '1.2' ? SOAP_1_2 : SOAP_1_1];
$key = getenv('EGOI_API_KEY');
$soap = str_ends_with($address, '?wsdl')
    ? new SoapClient($address, $version + ['cache_wsdl' => WSDL_CACHE_NONE])
    : new SoapClient(null, $version + ['location' => $address, 'uri' => 'http://api.e-goi.com/v2/soap_any.php']);

function call(string $method, array $options = [])
{
    global $soap, $key;
    return $soap->$method($options + ['apikey' => $key]);
}

$got = ['account' => call('getClientData')];
$got['list'] = call('createList', ['nome' => 'Boletim & <notícias>', 'canal_email' => 1]);
$list = $got['list']['LIST_ID'];
$got['field'] = call('addExtraField', ['listID' => $list, 'name' => 'Cidade', 'type' => 'texto']);
$got['contact'] = call('addSubscriber', [
    'listID' => $list,
    'email' => 'ana@example.com',
    'first_name' => 'Ana "Zoé"',
    'extra_1' => 'Évora & <Beja> 50% €',
    'status' => 1,
]);
$got['bulk'] = call('addSubscriberBulk', [
    'listID' => $list,
    'compareField' => 'email',
    'operation' => 2,
    'subscribers' => [
        ['email' => 'rui@example.com', 'first_name' => 'Rui'],
        ['email' => 'eva@example.com', 'first_name' => 'Eva', 'extra_1' => 'Faro'],
        ['email' => 'ivo@example.com', 'first_name' => 'Ivo', 'status' => 0],
    ],
]);
$got['one'] = call('subscriberData', ['listID' => $list, 'subscriber' => 'ana@example.com']);
$got['all'] = call('subscriberData', ['listID' => $list, 'subscriber' => 'all_subscribers']);
$got['lists'] = call('getLists');
$got['noLists'] = call('getLists', ['start' => 5]);
$got['report'] = call('getCredits');
$got['nobody'] = call('subscriberData', ['listID' => $list, 'subscriber' => 'nobody@example.com']);
$got['stranger'] = call('getClientData', ['apikey' => 'wrong']);
try {
    $got['unknown'] = call('detachTag');
} catch (SoapFault $fault) {
    $got['unknown'] = ['fault' => $fault->getMessage()];
}
echo json_encode($got, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR), "\n";
