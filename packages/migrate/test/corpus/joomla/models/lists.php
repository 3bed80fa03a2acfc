<?php
class BoletimModelLists extends JModelList
{
    public function getItems()
    {
        $query = $this->getDbo()->getQuery(true)->select('*')->from('#__boletim_lists');
        return $this->getDbo()->setQuery($query)->loadObjectList();
    }

    public function getTags($id)
    {
        $helper = new JHelperTags();
        return $helper->getTags($id);
    }

    public function getReport($id)
    {
        return $this->getTable('Report')->getReport(array('campaign' => $id));
    }
}
