"""A printer at USB: both ends are in the guest's kernel, and the far one is wired to the printer on this machine."""

from judge import Wrong
from stage import check_slip, refuse_another_slip

# The kernel's own gadget; its far end is a device that the serial line is tied to.
# Source: Linux, Documentation/usb/gadget_configfs.rst and gadget_printer.rst.
PLUG = """
mount -t configfs none /sys/kernel/config 2>/dev/null;
g=/sys/kernel/config/usb_gadget/till; mkdir -p $g/strings/0x409 $g/configs/c.1/strings/0x409 $g/functions/printer.0;
echo 0x04b8 >$g/idVendor; echo 0x0202 >$g/idProduct; echo EPSON >$g/strings/0x409/manufacturer;
echo TM-T20III >$g/strings/0x409/product; echo J5QF012345 >$g/strings/0x409/serialnumber;
echo 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;CLS:PRINTER;' >$g/functions/printer.0/pnp_string;
echo printer >$g/configs/c.1/strings/0x409/configuration; ln -s $g/functions/printer.0 $g/configs/c.1/;
"""
OUT = "echo '' >/sys/kernel/config/usb_gadget/till/UDC"
IN = "ls /sys/class/udc >/sys/kernel/config/usb_gadget/till/UDC"
NODE = (
    "n=0; while [ ! -c /dev/usb/lp0 ]; do usleep 100000; n=$((n + 1)); [ $n -lt 200 ] || exit 1; done; "
    "chgrp lp /dev/usb/lp0; chmod 660 /dev/usb/lp0")
# The printer of this machine, tied to the far end.
TIE = (
    "stty -F /dev/ttyS2 115200 raw -echo; "
    "setsid socat OPEN:/dev/g_printer0,rdwr OPEN:/dev/ttyS2,rdwr >/run/tie.log 2>&1 </dev/null & echo $! >/run/tie.pid")


def usb(stage):
    """A sale with a printer at USB, and one while it is plugged out."""
    machine, till, glass = stage.machine, stage.till, stage.glass
    with stage.case("plugged in") as note:
        machine.do("mkdir -p /sys/kernel/config;" + PLUG)
        machine.do(IN)
        machine.do(NODE)
        machine.do(TIE)
        note("a gadget of configfs at dummy_hcd, seen by usblp as /dev/usb/lp0")
    with stage.case("slip") as note:
        stage.begin()
        slips = stage.printer.count()
        order = stage.sell("9.90")
        stage.pay(order)
        state = till.printed(order["id"])
        check_slip(stage, slips, order["id"])
        note(f"{state}; one slip, whose code ZBar and ZXing read as the order")
    refuse_another_slip(stage, slips)
    with stage.case("plugged out, sold, plugged in") as note:
        slips = stage.printer.count()
        machine.do("kill $(cat /run/tie.pid); sleep 1")
        machine.do(OUT + "; sleep 1")
        if machine.run("ls /dev/usb/lp0")[0] == 0:
            raise Wrong("the printer is still there")
        order = stage.sell("1.10")
        stage.pay(order)
        glass.await_meant("paid", fresh=False)
        machine.do("sleep 3")
        if stage.printer.count() != slips:
            raise Wrong("a slip came out of a printer that is not there")
        machine.do(IN)
        machine.do(NODE)
        machine.do(TIE)
        state = till.printed(order["id"], 120)
        check_slip(stage, slips, order["id"])
        note(f"paid without a printer; the slip came when there was one again: {state}")
    with stage.case("ended in order") as note:
        till.end("TERM")
        note("gone")
