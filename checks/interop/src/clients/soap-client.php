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
    try {
        return $soap->$method($options + ['apikey' => $key]);
    } catch (SoapFault $fault) {
        return ['fault' => $fault->getMessage()];
    }
}

require __DIR__ . '/legacy-script.php';
runLegacyScript('detachTag');
