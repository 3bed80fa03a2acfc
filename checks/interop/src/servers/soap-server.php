<?php
// PHP's SoapServer, as a router script of `php -S`. INTEROP_WSDL is the file with the WSDL.
require __DIR__ . '/answers.php';

class SoapService extends Service
{
    public function answerWith($functionOptions)
    {
        try {
            return parent::answerWith($functionOptions);
        } catch (Exception $exception) {
            throw new SoapFault('Receiver', $exception->getMessage());
        }
    }
}

$server = new SoapServer(getenv('INTEROP_WSDL'), ['cache_wsdl' => WSDL_CACHE_NONE]);
$server->setClass(SoapService::class);
$server->handle();
