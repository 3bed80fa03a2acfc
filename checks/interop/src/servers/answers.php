<?php
// The service that the PHP pages offer: an echo, one answer of each kind, an import that counts.
class Service
{
    public function answerWith($functionOptions)
    {
        switch ($functionOptions['what']) {
            case 'echo':
                return $functionOptions['value'] ?? null;
            case 'null':
                return null;
            case 'true':
                return true;
            case 'false':
                return false;
            case 'integer':
                return 42;
            case 'list':
                return ['a', 'b'];
            case 'list of one':
                return ['only'];
            case 'empty list':
                return [];
            case 'structs':
                return [['id' => 1, 'name' => 'um'], ['id' => 2, 'name' => 'dois']];
            case 'error in a struct':
                return ['ERROR' => 'LIST_NOT_FOUND'];
            case 'bare word':
                return 'NO_ACCESS';
            default:
                throw new Exception('kaput <&> "quoted"');
        }
    }

    public function addSubscriberBulk($functionOptions)
    {
        $rows = $functionOptions['subscribers'];
        return ['id' => 1, 'result' => end($rows)['email'] ?? '', 'count' => count($rows)];
    }
}
