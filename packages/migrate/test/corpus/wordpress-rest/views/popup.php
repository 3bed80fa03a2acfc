<div class="popup">
  <p>The plug-in calls method=getLists of the service.</p>
  <?php if ($this->model->getLists()): ?>
    <form method="post"><input name="functionOptions" value="addSubscriber"></form>
  <?php endif; ?>
</div>
