<?php
namespace Loja\Egoi\Model;

use Magento\Framework\App\Config\ScopeConfigInterface;

class EgoiService
{
    private ScopeConfigInterface $config;
    private ?\SoapClient $client = null;

    public function __construct(ScopeConfigInterface $config)
    {
        $this->config = $config;
    }

    public function addExtraField(array $data): array
    {
        return $this->run('addExtraField', $data);
    }

    public function getExtraFields(array $data): array
    {
        return $this->run(__FUNCTION__, $data);
    }

    public function run(string $name, array $data): array
    {
        $data += ['apikey' => $this->config->getValue('egoi/api/key'), 'plugin_key' => 'loja'];
        $this->client ??= new \SoapClient('https://api.e-goi.com/v2/soap.php?wsdl', ['exceptions' => true]);
        return (array) $this->client->{$name}($data);
    }
}
