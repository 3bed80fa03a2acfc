<?php
// Another maker's service with methods of the same names.
$client = new SoapClient('https://api.example-mailer.com/v2.0/soap?wsdl', ['trace' => 1]);
$lists = $client->getLists(['apikey' => 'k']);
$client->addSubscriber(['listID' => 1, 'email' => 'a@example.com', 'status' => 1]);
$fields = ['method' => 'POST', 'type' => 'json'];
$report = (new ReportBuilder($fields))->getReport(['campaign' => 3]);
