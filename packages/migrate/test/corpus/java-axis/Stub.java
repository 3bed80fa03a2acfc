import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.axis.client.Call;
import org.apache.axis.client.Service;

public class Stub {
    static final String NS = "http://api.e-goi.com/v2/soap_any.php";

    public static Object credits(String key) throws Exception {
        Map<String, Object> options = new HashMap<>();
        options.put("apikey", key);
        Call call = (Call) new Service().createCall();
        call.setTargetEndpointAddress(NS);
        call.setOperationName(new QName(NS, "getCredits"));
        return call.invoke(new Object[] {options});
    }

    public static void main(String[] args) throws Exception {
        System.out.println("getClientData: " + credits(args[0]));
    }
}
