TEXTS = {
    "F100": _("The lamp is dark"),
    "F101": _("The lamp is loose"),
    "F200": _("The switch is stuck"),
}
