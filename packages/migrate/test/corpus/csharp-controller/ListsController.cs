using Microsoft.AspNetCore.Mvc;

namespace Crm.Controllers
{
    [ApiController]
    [Route("v2/soap")]
    public class ListsController : ControllerBase
    {
        private readonly IListService _service;
        private readonly MailerSoapClient _mailer = new MailerSoapClient("https://mailer.example.com/v2/service.asmx");

        public ListsController(IListService service) => _service = service;

        [HttpGet("getLists")]
        public IActionResult GetLists() => Ok(_service.GetLists());

        [HttpPost("addSubscriber")]
        public IActionResult AddSubscriber(string email)
        {
            _mailer.addSubscriber(new { listID = 1, email });
            return Ok(nameof(AddSubscriber) + "getTags");
        }
    }
}
