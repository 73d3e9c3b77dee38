"""The installed kernel starts, answers and ends."""

import time

import jupyter_client


def test_starts_computes_and_ends():
    manager, client = jupyter_client.manager.start_new_kernel(kernel_name="heddle")
    try:
        info = client.kernel_info(reply=True, timeout=30)["content"]
        assert info["status"] == "ok"
        assert info["language_info"]["name"].lower() == "java"
        outputs = []
        reply = client.execute_interactive("1 + 1", timeout=60, output_hook=outputs.append)
        assert reply["content"]["status"] == "ok"
        results = [m["content"]["data"]["text/plain"] for m in outputs
                   if m["msg_type"] == "execute_result"]
        assert results == ["2"]
    finally:
        client.shutdown()
        client.stop_channels()
        deadline = time.monotonic() + 10
        while manager.is_alive() and time.monotonic() < deadline:
            time.sleep(0.05)
        ended = not manager.is_alive()
        manager.shutdown_kernel(now=True)
    assert ended
