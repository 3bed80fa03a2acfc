<?php
defined('_JEXEC') or die;
JLoader::register('BoletimHelper', __DIR__ . '/helpers/boletim.php');

class BoletimController extends JControllerLegacy
{
    public function save()
    {
        $input = JFactory::getApplication()->input;
        $result = BoletimHelper::request('editApiCallback', array(
            'listID' => $input->getInt('list'),
            'callback_url' => JUri::root() . 'index.php?option=com_boletim&task=hear',
            'notif_api_1' => '1',
            'notif_api_8' => '1',
        ));
        if (isset($result['ERROR'])) {
            $this->setMessage('editApiCallback: ' . $result['ERROR'], 'error');
        }
        return $this->display();
    }

    public function lists()
    {
        foreach (BoletimHelper::getLists() as $list) {
            echo $list['title'];
        }
    }
}
