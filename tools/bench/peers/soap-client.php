<?php
// PHP's SoapClient over the bytes of a server: answers each line with the milliseconds of one call.
[, $wsdl, $address, $calls] = $argv;
ini_set('memory_limit', '-1');
$client = new SoapClient($wsdl, ['location' => $address, 'cache_wsdl' => WSDL_CACHE_NONE]);
$options = ['apikey' => 'key', 'listID' => 1, 'subscriber' => 'all_subscribers', 'start' => 0];
echo "ready\n";
while (fgets(STDIN) !== false) {
    $started = hrtime(true);
    for ($left = (int) $calls; $left > 0; $left -= 1) {
        $answer = $client->subscriberData($options);
        if (!$answer) {
            exit(1);
        }
    }
    echo (hrtime(true) - $started) / 1e6, "\n";
    unset($answer);
}
