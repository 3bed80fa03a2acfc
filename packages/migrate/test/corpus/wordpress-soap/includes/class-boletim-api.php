<?php
class Boletim_Api
{
    private $key;
    private $soap;

    public function __construct($key)
    {
        $this->key = $key;
        $this->soap = new SoapClient(BOLETIM_WSDL);
    }

    public function addSubscriber($fields)
    {
        $fields['apikey'] = $this->key;
        return $this->soap->addSubscriber($fields);
    }

    /** Gets the lists, as getLists of the API does. */
    public function lists()
    {
        $answer = $this->soap->getLists(array('apikey' => $this->key, 'limit' => 100));
        return is_array($answer) ? $answer : array();
    }

    public function remember_tag($name)
    {
        $found = $this->soap->getTags(['apikey' => $this->key]);
        foreach ($found['TAG_LIST'] as $tag) {
            if ($tag['NAME'] === $name) {
                return $tag['ID'];
            }
        }
        $made = $this->soap->addTag([
            'apikey' => $this->key,
            'name'   => $name,
        ]);
        return $made['ID'];
    }
}
