<?php
class BoletimPsCallbackModuleFrontController extends ModuleFrontController
{
    public function postProcess()
    {
        $xml = Tools::getValue('addSubscriber', Tools::getValue('editSubscriber', Tools::getValue('removeSubscriber')));
        if (!$xml) {
            die('nothing');
        }
        $data = simplexml_load_string($xml);
        Db::getInstance()->update('customer', array('newsletter' => 1), 'email = "' . pSQL((string) $data->EMAIL) . '"');
    }
}
