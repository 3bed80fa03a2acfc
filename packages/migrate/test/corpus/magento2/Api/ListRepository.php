<?php
namespace Loja\Egoi\Api;

class ListRepository
{
    private $collection;

    public function getLists(array $criteria)
    {
        return $this->collection->getLists($criteria);
    }

    public function deleteList($id)
    {
        $repository = new ListRepository();
        $repository->getLists(['listID' => $id]);
        return $this->deleteList($id - 1);
    }
}
