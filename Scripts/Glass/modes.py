"""The screens that are tried, each in a machine of its own."""

from dataclasses import dataclass

EVERY_BIT = 0
# Five bits of a colour hold steps of eight.
FIVE_BITS = 9
# A palette of few colours: only codes are judged.
ANY_COLOR = 255


@dataclass(frozen=True)
class Mode:
    """A screen, and what is to happen on it."""

    name: str
    about: str
    # What the emulator is given.
    screen: tuple = ("-vga", "std")
    # Whether the firmware has to set a mode, and which.
    image: bool = False
    options: tuple = ()
    modules: tuple = ()
    # Modules that are there, and are not loaded when it starts.
    later: tuple = ()
    # The display of the configuration.
    device: str = "/dev/fb0"
    # What the driver calls itself.
    driver: str = ""
    tolerance: int = EVERY_BIT
    scenes: tuple = ("sale", "console", "switch", "blank", "kill")
    short: tuple = ("sale", "kill")
    printer: str = "serial:/dev/ttyS2?baud=115200"
    systemd: bool = False
    # Whether the emulator shows a panel that was darkened as dark.
    darkens: bool = True

    @property
    def is_card(self):
        """Whether the kernel itself takes the picture away when its owner dies."""
        return self.device.startswith("drm:")


def firmware(name, number, about, tolerance=EVERY_BIT):
    """A screen in a mode that the firmware sets, drawn on by the kernel's oldest driver."""
    return Mode(name, about, image=True, options=(f"vga={number}",), driver="VESA VGA", tolerance=tolerance)


def card(base, modules):
    """A graphics card without its framebuffer."""
    return Mode(
        f"kms-{base.name}", f"dumb buffers of {base.name}", screen=base.screen, modules=modules,
        device="drm:card0", driver=base.driver, tolerance=base.tolerance,
        scenes=("sale", "console", "switch", "kill"))


# As many pixels as most panels of tills have.
PANEL = ("-vga", "none", "-device", "VGA,edid=on,xres=800,yres=480")
BOCHS = Mode(
    "bochs", "bochs-drm, 32 bits, draws at once", screen=PANEL, modules=("bochs",), driver="bochs-drmdrmfb")
VIRTIO = Mode(
    "virtio", "virtio-gpu, 32 bits, sends what has changed later", screen=("-vga", "virtio"), modules=("virtio-gpu",),
    device="auto", driver="virtio_gpudrmfb")
CIRRUS = Mode(
    "cirrus", "cirrus, 16 bits, sends what has changed later", screen=("-vga", "cirrus"), modules=("cirrus",),
    device="name:cirrus", driver="cirrusdrmfb", tolerance=FIVE_BITS, darkens=False)
FLASH = "/usr/share/OVMF/OVMF_CODE_4M.fd"

ALL = (
    firmware("vesa8", "0x303", "vesafb, 8 bits with a palette", ANY_COLOR),
    firmware("vesa15", "0x313", "vesafb, 15 bits", FIVE_BITS),
    firmware("vesa16", "0x314", "vesafb, 16 bits", FIVE_BITS),
    firmware("vesa24", "0x315", "vesafb, 24 bits in three bytes"),
    firmware("vesa32", "0x343", "vesafb, 32 bits"),
    Mode(
        "efi", "efifb, 32 bits", image=True, driver="EFI VGA",
        screen=("-vga", "std", "-drive", f"if=pflash,format=raw,readonly=on,file={FLASH}")),
    BOCHS,
    VIRTIO,
    CIRRUS,
    card(BOCHS, ("bochs",)),
    card(VIRTIO, ("virtio-gpu",)),
    card(CIRRUS, ("cirrus",)),
    Mode(
        "handover", "a driver of the card takes over from the firmware's", image=True, options=("vga=0x343",),
        later=("bochs",), driver="VESA VGA", scenes=("handover",), short=("handover",)),
    Mode(
        "timer", "a console that goes dark by itself", screen=PANEL, modules=("bochs",), driver="bochs-drmdrmfb",
        options=("consoleblank=4",), scenes=("timer",), short=("timer",)),
    Mode(
        "usb", "a printer at USB, plugged out and in", screen=PANEL,
        modules=("bochs", "usblp", "dummy_hcd", "libcomposite", "usb_f_printer"), driver="bochs-drmdrmfb",
        scenes=("usb",), short=("usb",), printer="usb:/dev/usb/lp0"),
    Mode(
        "power", "power cuts while a code and while a paid sale is on the screen", screen=PANEL, modules=("bochs",),
        driver="bochs-drmdrmfb", scenes=("power",), short=("power",)),
    Mode(
        "systemd", "the unit with its terminal, ended in every way", screen=PANEL, modules=("bochs",),
        driver="bochs-drmdrmfb", scenes=("unit",), short=("unit",), systemd=True),
)
