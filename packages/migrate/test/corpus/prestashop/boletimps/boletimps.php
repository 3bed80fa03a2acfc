<?php
if (!defined('_PS_VERSION_')) {
    exit;
}
require_once dirname(__FILE__) . '/lib/EgoiConnection.php';

class BoletimPs extends Module
{
    public function hookActionCustomerAccountAdd($params)
    {
        $customer = $params['newCustomer'];
        $fields = array();
        $fields['listID'] = Configuration::get('BOLETIM_LIST');
        $fields['email'] = $customer->email;
        $fields['birth_date'] = $customer->birthday;
        $fields['lang'] = Language::getIsoById($customer->id_lang);
        EgoiConnection::get()->call('addSubscriber', $fields);
    }

    public function hookActionObjectCustomerDeleteAfter($params)
    {
        EgoiConnection::get()->call('removeSubscriber', array(
            'listID' => Configuration::get('BOLETIM_LIST'),
            'subscriber' => $params['object']->email,
            'removeReason' => 5,
        ));
    }

    public function getContent()
    {
        $lists = EgoiConnection::get()->call('getLists');
        $this->context->smarty->assign('lists', $lists);
        return $this->display(__FILE__, 'views/getLists.tpl');
    }
}
