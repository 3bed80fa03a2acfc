<?php
// A REST page as the service's framework answers, as a router script of `php -S`.
require __DIR__ . '/answers.php';

$method = $_REQUEST['method'];
$isJson = $_REQUEST['type'] === 'json';
$service = new Service();
$answer = new DOMDocument('1.0', 'UTF-8');

/** Adds a struct: numbers are no names of elements, so they get a prefix. */
function addMembers(DOMElement $parent, array $members): void
{
    foreach ($members as $name => $value) {
        $element = $parent->appendChild(new DOMElement(is_int($name) ? "key_$name" : $name));
        if (is_array($value)) {
            addMembers($element, $value);
        } else {
            $element->appendChild(new DOMText(asText($value)));
        }
    }
}

function asText($value): string
{
    return $value === false ? '0' : (string) $value;
}

/** The conversion of XML to JSON trims every text. An element without content is an empty text. */
function forJson(DOMElement $element)
{
    $members = [];
    foreach ($element->childNodes as $child) {
        if ($child instanceof DOMElement) {
            $members[$child->nodeName] = forJson($child);
        }
    }
    return $members === [] ? trim($element->textContent) : $members;
}

$root = $answer->appendChild(new DOMElement(method_exists($service, $method) ? 'Egoi_Api' : $method));
try {
    if (!method_exists($service, $method)) {
        throw new BadMethodCallException("Unknown Method '$method'.");
    }
    $value = $service->$method($_REQUEST['functionOptions']);
    $members = is_array($value) ? $value : ['response' => $value];
    $status = 'success';
} catch (Exception $exception) {
    $members = ['response' => ['message' => $exception->getMessage()]];
    $status = 'failed';
    http_response_code($exception instanceof BadMethodCallException ? 404 : 400);
}
$envelope = $root->nodeName === 'Egoi_Api' ? $root->appendChild(new DOMElement($method)) : $root;
addMembers($envelope, $members + ['status' => $status]);

header('Content-Type: ' . ($isJson ? 'application/json' : 'text/xml'));
echo $isJson ? json_encode([$root->nodeName => forJson($root)]) : $answer->saveXML();
