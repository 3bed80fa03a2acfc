<?php
namespace App\Http;

use App\Repositories\ListRepository;

class ListController extends Controller
{
    public function __construct(private ListRepository $lists) {}

    public function index()
    {
        return response()->json($this->lists->getLists(['limit' => 5]));
    }

    public function store(Request $request)
    {
        $this->lists->addSubscriber(['email' => $request->email, 'first_name' => $request->name, 'listID' => 1]);
        return redirect()->route('lists.getLists');
    }
}
