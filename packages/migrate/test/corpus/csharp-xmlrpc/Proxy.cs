using CookComputing.XmlRpc;

[XmlRpcUrl("http://api.e-goi.com/v2/xmlrpc.php")]
public interface IEgoi : IXmlRpcProxy
{
    [XmlRpcMethod("getLists")]
    object GetLists(XmlRpcStruct options);

    [XmlRpcMethod("getTags")]
    object getTags(XmlRpcStruct options);
}

public static class Program
{
    public static void Main(string[] args)
    {
        IEgoi proxy = XmlRpcProxyGen.Create<IEgoi>();
        XmlRpcStruct options = new XmlRpcStruct();
        options.Add("apikey", args[0]);
        object lists = proxy.GetLists(options);
        object tags = proxy.getTags(options);
        System.Console.WriteLine($"{lists} {tags}");
    }
}
