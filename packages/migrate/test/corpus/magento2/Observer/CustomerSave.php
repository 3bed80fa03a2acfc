<?php
namespace Loja\Egoi\Observer;

use Loja\Egoi\Model\EgoiService;
use Magento\Framework\Event\Observer;

class CustomerSave
{
    public function __construct(private EgoiService $service, private \Psr\Log\LoggerInterface $logger)
    {
    }

    public function execute(Observer $observer): void
    {
        $customer = $observer->getEvent()->getCustomer();
        $fields = $this->service->getExtraFields(['listID' => 7]);
        if (!isset($fields['extra_fields'])) {
            $this->service->addExtraField(['listID' => 7, 'name' => 'Loja', 'type' => 'texto']);
        }
        $this->service->run('addSubscriber', ['listID' => 7, 'email' => $customer->getEmail(), 'extra_12' => 'x']);
        $this->logger->info('getLists and addSubscriber were called');
    }
}
