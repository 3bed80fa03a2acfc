<?php
class Lists_Builder
{
    public $rpc;
    public function __construct() {
        require_once 'Zend/XmlRpc/Client.php';
        $this->rpc = new Zend_XmlRpc_Client(LISTS_BUILDER_URL);
    }
    public function refresh($key) {
        $proxy = $this->rpc->getProxy();
        $result = $proxy->getLists(array('apikey' => $key));
        foreach ($result as $list) {
            $extra = $this->rpc->call('getExtraFields', array(array('apikey' => $key, 'listID' => $list['listnum'])));
        }
        return $result;
    }
}
