<?php
// Legacy script: PHP's http_build_query on rest.php, with curl or file_get_contents, answered in JSON or XML.
// How: GET and POST by curl, ARRAY by curl with an array, which is multipart/form-data, STREAM by
// file_get_contents.
[, $address, $how, $type] = $argv;
$key = getenv('EGOI_API_KEY');

function call(string $method, array $options = [])
{
    global $type, $key;
    $fields = [
        'type' => $type,
        'method' => $method,
        'functionOptions' => $options + ['apikey' => $key],
    ];
    $body = send($fields);
    if ($body === false) {
        throw new RuntimeException('no answer');
    }
    // JSON as it stands; XML by way of SimpleXML, as the wrappers did. Its root is not part of the JSON then.
    if ($type === 'json') {
        $answer = json_decode($body, true, 512, JSON_THROW_ON_ERROR);
        $result = $answer['Egoi_Api'][$method] ?? $answer[$method];
    } else {
        $xml = new SimpleXMLElement($body);
        $answer = fromXml($xml);
        $result = $xml->getName() === 'Egoi_Api' ? $answer[$method] : $answer;
    }
    if (($result['status'] ?? '') === 'failed') {
        return ['fault' => $result['response']['message']];
    }
    unset($result['status']);
    return array_keys($result) === ['response'] ? $result['response'] : withoutPrefix($result);
}

function send(array $fields)
{
    global $address, $how;
    $form = http_build_query($fields);
    if ($how === 'STREAM') {
        $http = [
            'method' => 'POST',
            'header' => 'Content-Type: application/x-www-form-urlencoded',
            'content' => $form,
            'ignore_errors' => true,
        ];
        return file_get_contents($address, false, stream_context_create(['http' => $http]));
    }
    $curl = curl_init($how === 'GET' ? "$address?$form" : $address);
    curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
    if ($how !== 'GET') {
        curl_setopt($curl, CURLOPT_POSTFIELDS, $how === 'ARRAY' ? flat($fields) : $form);
    }
    return curl_exec($curl);
}

/** curl takes an array of one level; deeper names are written out. */
function flat(array $fields, string $prefix = ''): array
{
    $flat = [];
    foreach ($fields as $name => $value) {
        $full = $prefix === '' ? $name : "{$prefix}[$name]";
        $flat += is_array($value) ? flat($value, $full) : [$full => $value];
    }
    return $flat;
}

function fromXml(SimpleXMLElement $element)
{
    if ($element->count() === 0) {
        return (string) $element;
    }
    $members = [];
    foreach ($element->children() as $name => $child) {
        $members[$name] = fromXml($child);
    }
    return $members;
}

/** key_0, key_1, … are the items of a list. */
function withoutPrefix($value)
{
    if (!is_array($value)) {
        return $value;
    }
    $items = [];
    foreach ($value as $name => $member) {
        $items[preg_replace('/^key_(\d+)$/', '$1', $name)] = withoutPrefix($member);
    }
    return $items;
}

require __DIR__ . '/legacy-script.php';
runLegacyScript();
