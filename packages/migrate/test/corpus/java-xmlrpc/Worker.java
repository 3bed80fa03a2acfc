package sync;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;

class Worker implements Runnable {
    private XmlRpcClient rpc;

    Worker() throws Exception {
        XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
        config.setServerURL(new java.net.URL("http://api.e-goi.com/v2/xmlrpc.php"));
        rpc = new XmlRpcClient();
        rpc.setConfig(config);
    }

    public void run() {
        Map<String, Object> options = new HashMap<>();
        options.put("apikey", "k");
        options.put("listID", 5);
        options.put("subscriber", "all_subscribers");
        try {
            Object answer = rpc.execute("subscriberData", Arrays.asList(options));
            System.out.println(answer);
        } catch (Exception e) {
            System.err.println("subscriberData " + e);
        }
    }
}
