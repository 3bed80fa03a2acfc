<?php
use DrewM\MailChimp\MailChimp;

class Mailing
{
    private $chimp;
    private $db;

    public function __construct($key, PDO $db)
    {
        $this->chimp = new MailChimp($key);
        $this->db = $db;
    }

    public function addSubscriber($email, $list)
    {
        return $this->chimp->post("lists/$list/members", ['email_address' => $email, 'status' => 'subscribed']);
    }

    public function getLists()
    {
        return $this->chimp->getLists(['start' => 0, 'limit' => 10]);
    }
}

$mailing = new Mailing('key', new PDO('sqlite::memory:'));
$mailing->addSubscriber('a@example.com', 'abc');
print_r($mailing->getLists());
