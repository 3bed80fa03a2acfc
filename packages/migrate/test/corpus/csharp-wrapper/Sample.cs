using System;
using Egoi;

namespace Sample
{
    class Sample
    {
        static void Main()
        {
            EgoiMap arguments = new EgoiMap();
            arguments.Add("apikey", "k");
            EgoiApi api = EgoiApiFactory.getApi(Protocol.Default);
            EgoiMap user = api.getUserData(arguments);
            foreach (string key in user.Keys) Console.WriteLine(key + "=" + user[key]);
            /* EgoiMapList lists = api.getLists(arguments); */
        }
    }
}
