using HelpdeskMx.Customers;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Bench.Seeding.Wording;

/// <summary>A customer who writes in one language; the number makes their address theirs alone.</summary>
public sealed class Person
{
    /// <summary>Somebody as the dice fall.</summary>
    public Person(Tongue tongue, Dice dice, int number)
    {
        Tongue = tongue;
        var (given, givenPlain) = Parts(dice.Pick(tongue.Given));
        var (family, familyPlain) = Parts(dice.Pick(tongue.Family));
        Name = tongue.FamilyFirst ? family + given : $"{given} {family}";
        Mailbox = $"{givenPlain}.{familyPlain}{number}@{dice.Pick(tongue.Domains)}";
    }

    /// <summary>Their language.</summary>
    public Tongue Tongue { get; }

    /// <summary>As they write it.</summary>
    public string Name { get; }

    /// <summary>Where they read mail.</summary>
    public string Mailbox { get; }

    /// <summary>As a mail names them.</summary>
    public Address Address => new(Name, Mailbox);

    /// <summary>As the desk knows them.</summary>
    public Identity Identity => new("email", Mailbox, Proven: false);

    private static (string Name, string Plain) Parts(string name) =>
        name.Split('|') is [var written, var plain] ? (written, plain) : (name, SearchText.Fold(name));
}
