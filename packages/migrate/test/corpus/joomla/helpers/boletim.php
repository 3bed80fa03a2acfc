<?php
defined('_JEXEC') or die;

abstract class BoletimHelper
{
    public static function request($method, array $options)
    {
        $options['apikey'] = JComponentHelper::getParams('com_boletim')->get('apikey');
        $body = xmlrpc_encode_request($method, $options);
        $context = stream_context_create(array('http' => array('method' => 'POST', 'header' => 'Content-Type: text/xml', 'content' => $body)));
        return xmlrpc_decode(file_get_contents('http://api.e-goi.com/v2/xmlrpc.php', false, $context));
    }

    public static function getLists()
    {
        $answer = self::request('getLists', array('start' => 0));
        return isset($answer['ERROR']) ? array() : $answer;
    }
}
