<?php
class Loja_Boletim_Block_Lists extends Mage_Core_Block_Template
{
    public function getLists()
    {
        return Mage::getModel('boletim/list')->getCollection();
    }

    public function getExtraFields($list)
    {
        return $list->getExtraFields();
    }

    public function toHtml()
    {
        foreach ($this->getLists() as $list) {
            echo $this->escapeHtml($list->getTitle()), count($this->getExtraFields($list));
        }
    }
}
