using System;
using System.Collections.Generic;
using Shop.EgoiService;

namespace Shop
{
    public class Newsletter
    {
        private readonly Egoi_Api_SoapPortClient client = new Egoi_Api_SoapPortClient();

        public object Add(string email)
        {
            var options = new Dictionary<string, object>
            {
                { "apikey", Environment.GetEnvironmentVariable("KEY") },
                { "listID", 4 },
                { "email", email },
                { "fax", "" }
            };
            return client.addSubscriber(options);
        }

        public async void Remove(string email)
        {
            // await client.editSubscriberAsync(null);
            await client.removeSubscriberAsync(new Dictionary<string, object> { ["listID"] = 4, ["subscriber"] = email });
            Console.WriteLine("removeSubscriber done");
        }
    }
}
