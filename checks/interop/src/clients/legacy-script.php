<?php
// What every legacy script in PHP calls, through its own call(), and how it prints what it got.
function runLegacyScript(string $unknown = 'noSuchMethod'): void
{
    $got = ['account' => call('getClientData')];
    $got['list'] = call('createList', ['nome' => 'Boletim & <notícias>', 'canal_email' => 1]);
    $list = $got['list']['LIST_ID'];
    $got['field'] = call('addExtraField', ['listID' => $list, 'name' => 'Cidade', 'type' => 'texto']);
    $got['contact'] = call('addSubscriber', [
        'listID' => $list,
        'email' => 'ana@example.com',
        'first_name' => 'Ana "Zoé"',
        'extra_1' => 'Évora & <Beja> 50% €',
        'status' => 1,
    ]);
    $got['bulk'] = call('addSubscriberBulk', [
        'listID' => $list,
        'compareField' => 'email',
        'operation' => 2,
        'subscribers' => [
            ['email' => 'rui@example.com', 'first_name' => 'Rui'],
            ['email' => 'eva@example.com', 'first_name' => 'Eva', 'extra_1' => 'Faro'],
            ['email' => 'ivo@example.com', 'first_name' => 'Ivo', 'status' => 0],
        ],
    ]);
    $got['one'] = call('subscriberData', ['listID' => $list, 'subscriber' => 'ana@example.com']);
    $got['all'] = call('subscriberData', ['listID' => $list, 'subscriber' => 'all_subscribers']);
    $got['lists'] = call('getLists');
    $got['noLists'] = call('getLists', ['start' => 5]);
    $got['report'] = call('getCredits');
    $got['nobody'] = call('subscriberData', ['listID' => $list, 'subscriber' => 'nobody@example.com']);
    $got['stranger'] = call('getClientData', ['apikey' => 'wrong']);
    $got['unknown'] = call($unknown);
    echo json_encode($got, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR), "\n";
}
