<?php
class Loja_Boletim_Model_Observer
{
    public function subscribed($observer)
    {
        $subscriber = $observer->getEvent()->getSubscriber();
        $service = new Loja_Boletim_Model_Service();
        $service->editSubscriber(array(
            'listID' => Mage::getStoreConfig('boletim/config/list'),
            'subscriber' => $subscriber->getSubscriberEmail(),
            'status' => $subscriber->getStatus(),
        ));
    }

    public function cron()
    {
        $service = new Loja_Boletim_Model_Service();
        foreach (Mage::getModel('newsletter/queue')->getCollection() as $queue) {
            $campaign = $service->createCampaignEmail(array(
                'listID' => 3,
                'subject' => $queue->getNewsletterSubject(),
                'from' => 12,
                'message' => $queue->getNewsletterText(),
                'link_view_top' => '1',
            ));
            $service->sendEmail(array('campaign' => $campaign['ID'], 'listID' => 3, 'segment' => 'all'));
            $queue->sendEmail($campaign);
        }
    }
}
