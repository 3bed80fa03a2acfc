<?php
class Loja_Boletim_Model_Service extends Varien_Object
{
    const URL = 'http://api.e-goi.com/v2/xmlrpc.php';
    protected $_rpc;

    protected function _construct()
    {
        $this->_rpc = new Zend_XmlRpc_Client(self::URL);
    }

    public function __call($method, $args)
    {
        $options = isset($args[0]) ? $args[0] : array();
        $options['apikey'] = Mage::getStoreConfig('boletim/config/key');
        return $this->_rpc->call($method, array($options));
    }
}
